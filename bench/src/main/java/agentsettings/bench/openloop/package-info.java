/** A load at due times, whatever the server does. */
package agentsettings.bench.openloop;
