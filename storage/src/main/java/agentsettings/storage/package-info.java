/** What the engines share: the batching of writes. */
package agentsettings.storage;
