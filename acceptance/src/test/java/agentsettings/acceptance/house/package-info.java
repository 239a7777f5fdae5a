/** The rules of the house as tests: what the sources must look like, and what routes and schema must not change unseen. */
package agentsettings.acceptance.house;
