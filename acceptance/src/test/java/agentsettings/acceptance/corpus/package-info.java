/** Plays the corpus: text files of literal requests and the responses that they must get. README.md tells the format. */
package agentsettings.acceptance.corpus;
