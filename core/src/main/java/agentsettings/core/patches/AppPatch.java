package agentsettings.core.patches;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;

/** A partial change of an app. Its values can be replaced, but not taken away. Immutable. */
public record AppPatch(Edit<Edition> edition, Edit<Boolean> enabled) {

    /** Enables or disables an app. */
    public static AppPatch ofEnabled(boolean enabled) {
        return new AppPatch(Edit.keep(), Edit.assign(enabled));
    }

    /** The app after the patch, in its next version if that changes it. */
    public App appliedTo(App app) {
        return app.changedTo(edition.appliedTo(app.edition()), enabled.appliedTo(app.enabled()));
    }
}
