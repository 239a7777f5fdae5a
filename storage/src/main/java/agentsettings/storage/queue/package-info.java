/** The queues in which requests wait for the storage, to be processed together: group commit for writes, batches for reads. */
package agentsettings.storage.queue;
