/** The application and what it is put together from. */
package peer;
