package agentsettings.storage.observation;

import java.util.List;

/** Tells several observers. Safe for use by many threads, as they are. */
record EveryStorageObserver(List<StorageObserver> observers) implements StorageObserver {

    @Override
    public void written(int commands, long nanos) {
        observers.forEach(observer -> observer.written(commands, nanos));
    }

    @Override
    public void committed(long nanos) {
        observers.forEach(observer -> observer.committed(nanos));
    }

    @Override
    public void failed() {
        observers.forEach(StorageObserver::failed);
    }

    @Override
    public void readFailed() {
        observers.forEach(StorageObserver::readFailed);
    }

    @Override
    public void outcomeUnknown() {
        observers.forEach(StorageObserver::outcomeUnknown);
    }
}
