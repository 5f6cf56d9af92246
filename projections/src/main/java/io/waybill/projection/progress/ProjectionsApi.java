package io.waybill.projection.progress;

import io.waybill.projection.view.Views;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators: the projections and how far each is. */
@RestController
@RequestMapping("/api/{version}/operations/projections")
final class ProjectionsApi {
    private final Views views;
    private final ProgressReader progress;

    ProjectionsApi(Views views, ProgressReader progress) {
        this.views = views;
        this.progress = progress;
    }

    @GetMapping
    Items all() {
        return new Items(progress.all());
    }

    @GetMapping("/{name}")
    Progress one(@PathVariable String name) {
        return progress.of(views.get(name));
    }

    record Items(List<Progress> items) {}
}
