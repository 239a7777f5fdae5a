/** The application and its configuration. */
package peer;
