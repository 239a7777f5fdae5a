package agentsettings.core.users;

// wrong: HasNoComment has no comment; say in one to three sentences what it is.

final class HasNoComment {}
