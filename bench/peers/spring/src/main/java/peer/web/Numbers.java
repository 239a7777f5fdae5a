package peer.web;

/** What a phone number looks like, as regular expressions. */
final class Numbers {

    static final String NUMBER = "(?=.{1,15}$)[0-9*#]+|(?=.{2,15}$)[+][0-9*#]+";
    static final String NUMBER_OR_NONE = "|" + NUMBER;
    static final String NUMBER_RULE = "1 to 15 digits, * or #, with a + in first place or without.";
    static final int LIST_MAX = 5;

    private Numbers() {}
}
