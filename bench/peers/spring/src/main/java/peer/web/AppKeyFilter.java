package peer.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import peer.settings.App;
import peer.settings.AppRepository;
import peer.settings.Caller;
import tools.jackson.databind.json.JsonMapper;

/** Admits enabled apps. An app is read from the database once and cached until the server stops. */
@Component
class AppKeyFilter extends OncePerRequestFilter {

    private final Map<String, Caller> callers = new ConcurrentHashMap<>();
    private final AppRepository apps;
    private final JsonMapper json;

    AppKeyFilter(AppRepository apps, JsonMapper json) {
        this.apps = apps;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader("X-APP-Key");
        if (key == null || key.isEmpty()) {
            reject(response, "2001", "X-APP-Key: is required.");
            return;
        }
        Caller caller = callers.computeIfAbsent(key, this::find);
        if (caller == null) {
            reject(response, "2003", "X-APP-Key: must be the key of an enabled app.");
            return;
        }
        request.setAttribute("caller", caller);
        chain.doFilter(request, response);
    }

    private Caller find(String key) {
        return apps.findById(key)
                .filter(App::isEnabled)
                .map(app -> new Caller(app.getAppKey(), app.getTenantId()))
                .orElse(null);
    }

    private void reject(HttpServletResponse response, String code, String sentence) throws IOException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), StatusResponse.failed(code, sentence));
    }
}
