/** The vendor's interface as an app sees it: requests that are tried, and the last ones that were received. */
package agentsettings.management.vendor;
