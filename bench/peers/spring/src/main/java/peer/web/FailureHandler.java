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
import peer.settings.RequestException;

/** Maps exceptions to responses. */
@RestControllerAdvice
class FailureHandler {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
    StatusResponse rejected(RequestException failure) {
        return StatusResponse.failed(failure.getCode(), failure.getMessage());
    }

    /** Two concurrent creates for one user both found no settings, and the unique constraint rejected one of them. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
    StatusResponse createdMeanwhile(DataIntegrityViolationException violation) {
        return rejected(RequestException.settingsExist());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    StatusResponse changedMeanwhile(OptimisticLockingFailureException conflict) {
        return StatusResponse.failed("9002", "Conflict with a concurrent change; nothing was changed. Try again.");
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    StatusResponse invalid(MethodArgumentNotValidException failure) {
        FieldError fault = failure.getFieldErrors().stream()
                .min(Comparator.comparing(FieldError::getField))
                .orElseThrow();
        boolean missing = NotNull.class.getSimpleName().equals(fault.getCode());
        String sentence = missing ? "is required." : fault.getDefaultMessage();
        return StatusResponse.failed(missing ? "1004" : "1005", fault.getField() + ": " + sentence);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    StatusResponse unreadable(HttpMessageNotReadableException failure) {
        return StatusResponse.failed("1001", "The body is not JSON of the required form.");
    }
}
