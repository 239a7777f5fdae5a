package agentsettings.core.decisions;

/** Numbers that count up from given ones: ids by one, changes by one. */
final class CountedNumbers implements Numbers {

    long lastId;
    long lastChange;

    CountedNumbers(long lastId, long lastChange) {
        this.lastId = lastId;
        this.lastChange = lastChange;
    }

    CountedNumbers copy() {
        return new CountedNumbers(lastId, lastChange);
    }

    @Override
    public long nextId() {
        return ++lastId;
    }

    @Override
    public long nextChange() {
        return ++lastChange;
    }
}
