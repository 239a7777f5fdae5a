/** Coverage-guided fuzzing of every reader of bytes from outside, by Jazzer. */
package agentsettings.acceptance.fuzz;
