/** Jobs: what they read, the worker that applies it, and the operations on them. */
package agentsettings.management.jobs;
