package agentsettings.core.patches;

import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;

/** A partial change of a user's profile. Account, name and status can be replaced, but not taken away. Immutable. */
public record UserPatch(
        Edit<String> account,
        Edit<String> name,
        Edit<String> phone,
        Edit<String> email,
        Edit<String> description,
        Edit<UserStatus> status) {

    /** The patch that assigns every value of a profile. */
    public static UserPatch assigning(UserProfile profile) {
        return new UserPatch(
                Edit.assign(profile.account()),
                Edit.assign(profile.name()),
                Edit.assign(profile.phone()),
                Edit.assign(profile.email()),
                Edit.assign(profile.description()),
                Edit.assign(profile.status()));
    }

    /** The profile after the patch. */
    public UserProfile appliedTo(UserProfile profile) {
        return new UserProfile(
                account.appliedTo(profile.account()),
                name.appliedTo(profile.name()),
                phone.appliedTo(profile.phone()),
                email.appliedTo(profile.email()),
                description.appliedTo(profile.description()),
                status.appliedTo(profile.status()));
    }
}
