/** Load generators and the data they use. */
package agentsettings.bench.load;
