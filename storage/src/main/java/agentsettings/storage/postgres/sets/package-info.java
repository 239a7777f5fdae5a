/** Commands and questions carried out as sets: one statement for many users. */
package agentsettings.storage.postgres.sets;
