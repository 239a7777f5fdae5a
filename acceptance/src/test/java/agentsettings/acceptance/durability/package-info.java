/**
 * What the server owes to whoever got a response: a model of every user's settings is kept beside a real server under load, and
 * compared with the database after the server was killed, stopped, or joined by the command line.
 */
package agentsettings.acceptance.durability;
