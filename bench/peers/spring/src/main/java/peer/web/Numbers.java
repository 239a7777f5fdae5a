package peer.web;

/** The syntax of phone numbers, as regular expressions. */
final class Numbers {

    static final String NUMBER = "(?=.{1,15}$)[0-9*#]+|(?=.{2,15}$)[+][0-9*#]+";
    static final String NUMBER_OR_NONE = "|" + NUMBER;
    static final String NUMBER_RULE = "must be 1 to 15 digits, * or #, optionally after a +.";
    static final int LIST_MAX = 5;

    private Numbers() {}
}
