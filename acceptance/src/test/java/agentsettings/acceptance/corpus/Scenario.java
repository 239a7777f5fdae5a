package agentsettings.acceptance.corpus;

import java.nio.file.Path;
import java.util.List;

/**
 * A section of a corpus file: steps that are played in order, over one connection, after the settings of some users have
 * been deleted. It leans on nothing that another scenario leaves behind.
 *
 * @param usersWithoutSettings placeholders such as {@code {user01}}
 */
record Scenario(Path file, String title, List<String> usersWithoutSettings, List<Step> steps) {

    Step lastStep() {
        return steps.getLast();
    }

    /** Returns the name under which a step of this scenario is reported. */
    String nameOf(Step step) {
        return file.getFileName() + ", " + title + ", " + step.title();
    }
}
