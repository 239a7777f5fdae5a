package peer.web;

import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import peer.settings.RefusedException;

/** Turns exceptions into answers. */
@RestControllerAdvice
class FailureHandler {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
    Answer refused(RefusedException refusal) {
        return Answer.failed(refusal.getCode(), refusal.getMessage());
    }

    /** Two creates for one user at once: both saw no settings, and the unique constraint let one of them through. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
    Answer createdMeanwhile(DataIntegrityViolationException violation) {
        return refused(RefusedException.settingsExist());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    Answer changedMeanwhile(OptimisticLockingFailureException conflict) {
        return Answer.failed("9002", "Another change came in between; nothing was changed. Try again.");
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Answer invalid(MethodArgumentNotValidException failure) {
        FieldError fault = failure.getFieldErrors().stream()
                .min(Comparator.comparing(FieldError::getField))
                .orElseThrow();
        boolean missing = NotNull.class.getSimpleName().equals(fault.getCode());
        String sentence = missing ? "is required." : fault.getDefaultMessage();
        return Answer.failed(missing ? "1004" : "1005", fault.getField() + ": " + sentence);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Answer unreadable(HttpMessageNotReadableException failure) {
        return Answer.failed("1001", "The body is not the JSON that is expected.");
    }
}
