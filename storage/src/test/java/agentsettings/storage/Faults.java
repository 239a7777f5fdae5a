package agentsettings.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes a connection fail on purpose: its calls and those of all statements and rows that come from it are counted, and the
 * n-th and some behind it fail, most before they do anything. Binding a value isn't counted, since it reaches no database.
 */
public final class Faults {

    private final int first;
    private final boolean answersAreLost;
    private int last;
    private int calls;

    private Faults(int first, int last, boolean answersAreLost) {
        this.first = first;
        this.last = last;
        this.answersAreLost = answersAreLost;
    }

    /** Only the n-th call fails. */
    public static Faults once(int n) {
        return new Faults(n, n, false);
    }

    /** Only the n-th call fails, after it has been carried out. */
    public static Faults answerLost(int n) {
        return new Faults(n, n, true);
    }

    /** The n-th call fails and so many in all. */
    public static Faults several(int n, int count) {
        return new Faults(n, n + count - 1, false);
    }

    /** The n-th call fails and every one behind it. */
    public static Faults forEver(int n) {
        return new Faults(n, Integer.MAX_VALUE, false);
    }

    /** The same connection, but for the faults. */
    public Connection in(Connection connection) {
        return counted(Connection.class, connection);
    }

    /** Whether there were calls enough to reach the first fault. */
    public synchronized boolean happened() {
        return calls >= first;
    }

    /** No call fails any more. */
    public synchronized void end() {
        last = 0;
    }

    /** Counts a call; whether it is to fail. */
    private synchronized boolean fails() {
        calls++;
        return calls >= first && calls <= last;
    }

    private <T> T counted(Class<T> type, T real) {
        Object proxy = Proxy.newProxyInstance(
                Faults.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    boolean fails = !method.getName().startsWith("set") && fails();
                    if (fails && !answersAreLost) {
                        throw new SQLException("fault");
                    }
                    Object result = call(real, method, arguments);
                    if (fails) {
                        throw new SQLException("lost answer");
                    }
                    return countedToo(result);
                });
        return type.cast(proxy);
    }

    private Object countedToo(Object result) {
        if (result instanceof PreparedStatement statement) {
            return counted(PreparedStatement.class, statement);
        }
        if (result instanceof Statement statement) {
            return counted(Statement.class, statement);
        }
        if (result instanceof ResultSet row) {
            return counted(ResultSet.class, row);
        }
        return result;
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
