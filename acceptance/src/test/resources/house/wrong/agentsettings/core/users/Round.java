package agentsettings.core.users;


/** An example. */
final class Round {

    // wrong: Round is a coined name; use ConflictFreeBatch instead.
    // wrong: demandNothing is a coined name; use require… instead.
    // wrong: place is a coined name; use index instead.
    void demandNothing(int place) {}
}
