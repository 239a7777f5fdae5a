package agentsettings.storage;

import agentsettings.storage.progress.WorkProgress;

/** Shows no progress. */
public final class SilentProgress implements WorkProgress {

    public static final SilentProgress SILENT = new SilentProgress();

    private SilentProgress() {}

    @Override
    public void begin(String phase, long rows) {}

    @Override
    public void done(long rows) {}
}
