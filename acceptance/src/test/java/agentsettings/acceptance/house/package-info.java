/** What must not change unseen: routes, schemas, configuration keys and documents. */
package agentsettings.acceptance.house;
