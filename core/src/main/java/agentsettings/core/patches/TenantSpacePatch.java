package agentsettings.core.patches;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.settings.PhoneNumber;

/** A partial change of a tenant space. Name and number check can be replaced, but not taken away. Immutable. */
public record TenantSpacePatch(
        Edit<String> name, Edit<String> region, Edit<PhoneNumber> accessCode, Edit<NumberCheck> numberCheck) {

    /** The tenant space after the patch, in its next version if that changes it. */
    public TenantSpace appliedTo(TenantSpace space) {
        return space.changedTo(
                name.appliedTo(space.name()),
                region.appliedTo(space.region()),
                accessCode.appliedTo(space.accessCode()),
                numberCheck.appliedTo(space.numberCheck()));
    }
}
