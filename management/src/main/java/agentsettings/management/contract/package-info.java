/** The OpenAPI document of the management interface, and the check of requests against it. */
package agentsettings.management.contract;
