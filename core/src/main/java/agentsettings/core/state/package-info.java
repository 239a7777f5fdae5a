/** What decisions are made on, and what they store beside changes. */
package agentsettings.core.state;
