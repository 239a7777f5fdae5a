package agentsettings.server.config.messages;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says why a file could not be used. The messages of the JDK's exceptions often hold only the file's path. */
public final class FileFailure {

    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "no such file or directory";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "a file of this name exists";
            case NotDirectoryException _ -> "not a directory";
            case CharacterCodingException _ -> "not valid UTF-8";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            case IOException other when other.getMessage() != null -> other.getMessage();
            default -> failure.getClass().getSimpleName();
        };
    }

    private FileFailure() {}
}
