/** What is known of a request before its body: the request line, the headers, and the id under which it is found in the log. */
package agentsettings.server.http.head;
