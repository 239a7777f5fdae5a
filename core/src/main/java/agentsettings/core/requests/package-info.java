/** What a request brings beside what it asks for: the condition under which it is executed, and the key under which it may be sent again. */
package agentsettings.core.requests;
