package io.waybill.projection.rebuild;

import io.waybill.projection.progress.ProgressReader;
import io.waybill.projection.rebuild.Rebuild.State;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import io.waybill.web.ApiProblem;
import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators: ask for a rebuild, and watch it. */
@RestController
@RequestMapping("/api/{version}/operations/projections/{name}/rebuilds")
final class RebuildApi {
    static final String PATH = "/api/v1/operations/projections/{name}/rebuilds";

    private final Rebuilds rebuilds;
    private final RebuildRunner runner;
    private final Views views;
    private final ProgressReader progress;
    private final InstantSource clock = InstantSource.system();

    RebuildApi(Rebuilds rebuilds, RebuildRunner runner, Views views, ProgressReader progress) {
        this.rebuilds = rebuilds;
        this.runner = runner;
        this.views = views;
        this.progress = progress;
    }

    @PostMapping
    ResponseEntity<RebuildStatus> begin(@PathVariable String name) {
        View view = views.get(name);
        Rebuild rebuild = rebuilds.begin(view.name());
        runner.run(rebuild);
        URI location = URI.create(PATH.replace("{name}", view.name()) + "/" + rebuild.id());
        return ResponseEntity.accepted().location(location).body(status(rebuild, view));
    }

    @GetMapping("/{id}")
    RebuildStatus one(@PathVariable String name, @PathVariable UUID id) {
        View view = views.get(name);
        return rebuilds.find(name, id)
                .map(rebuild -> status(rebuild, view))
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "UNKNOWN_REBUILD", "There was no such rebuild of " + name + "."));
    }

    private RebuildStatus status(Rebuild rebuild, View view) {
        long position = rebuild.state() == State.REPLAYING ? progress.of(view).position() : 0;
        return RebuildStatus.of(rebuild, position, clock.instant());
    }
}
