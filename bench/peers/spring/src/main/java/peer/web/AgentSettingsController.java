package peer.web;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import peer.settings.AgentSettingsService;
import peer.settings.Caller;

/** The four operations over HTTP. */
@RestController
@RequestMapping("/apiaccess/CC-Management/v1/openapp/agentsettings")
class AgentSettingsController {

    private final AgentSettingsService settings;

    AgentSettingsController(AgentSettingsService settings) {
        this.settings = settings;
    }

    @PostMapping("/create")
    StatusResponse create(@RequestAttribute Caller caller, @Valid @RequestBody CreateRequest request) {
        String id = settings.create(caller, request.userId(), request.outbound())
                .getId()
                .toString();
        return StatusResponse.done("The AgentSettings created successfully.", id);
    }

    @PostMapping("/update")
    StatusResponse update(@RequestAttribute Caller caller, @Valid @RequestBody UpdateRequest request) {
        settings.update(caller, request.userId(), Long.parseLong(request.id()), request.changes());
        return StatusResponse.done("update success.", request.id());
    }

    @PostMapping("/query")
    SettingsResponse query(@RequestAttribute Caller caller, @Valid @RequestBody UserRequest request) {
        return SettingsResponse.of(settings.query(caller, request.userId()), request.userId());
    }

    @PostMapping("/delete")
    StatusResponse delete(@RequestAttribute Caller caller, @Valid @RequestBody UserRequest request) {
        settings.delete(caller, request.userId());
        return StatusResponse.done("The AgentSettings delete successfully.", null);
    }
}
