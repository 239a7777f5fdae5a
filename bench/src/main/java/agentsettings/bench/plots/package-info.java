/** Draws results as SVG files. */
package agentsettings.bench.plots;
