package io.waybill.projection.control;

import io.waybill.projection.operation.Actor;
import io.waybill.projection.operation.Why;
import io.waybill.projection.progress.Progress;
import io.waybill.projection.progress.ProgressReader;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For operators: stop a projection and let it go on, go back to the generation before, change its segments. */
@RestController
@RequestMapping("/api/{version}/operations/projections/{name}")
final class ProjectionControlApi {
    private final ProjectionDesk desk;
    private final SegmentChanges segments;
    private final Views views;
    private final ProgressReader progress;

    ProjectionControlApi(ProjectionDesk desk, SegmentChanges segments, Views views, ProgressReader progress) {
        this.desk = desk;
        this.segments = segments;
        this.views = views;
        this.progress = progress;
    }

    @PostMapping("/pause")
    Progress pause(
            @PathVariable String name,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @RequestBody(required = false) @Valid @Nullable Why why) {
        View view = views.get(name);
        desk.pause(view.name(), actor, Why.of(why));
        return progress.of(view);
    }

    @PostMapping("/resume")
    Progress resume(
            @PathVariable String name,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @RequestBody(required = false) @Valid @Nullable Why why) {
        View view = views.get(name);
        desk.resume(view.name(), actor, Why.of(why));
        return progress.of(view);
    }

    /** Lets readers see the generation again that served before; that comes about within seconds. */
    @PostMapping("/rollback")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Progress rollBack(
            @PathVariable String name,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @RequestBody(required = false) @Valid @Nullable Why why) {
        View view = views.get(name);
        desk.rollBack(view.name(), actor, Why.of(why));
        return progress.of(view);
    }

    /** Makes two of a segment, for more work at once. */
    @PostMapping("/segments/{segment}/split")
    Progress split(
            @PathVariable String name,
            @PathVariable @Min(0) @Max(SegmentChanges.MOST - 1) int segment,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @RequestBody(required = false) @Valid @Nullable Why why)
            throws InterruptedException {
        View view = views.get(name);
        segments.split(view, segment, actor, Why.of(why));
        return progress.of(view);
    }

    /** Makes one of a segment and the one that it was split from. */
    @PostMapping("/segments/{segment}/merge")
    Progress merge(
            @PathVariable String name,
            @PathVariable @Min(0) @Max(SegmentChanges.MOST - 1) int segment,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @RequestBody(required = false) @Valid @Nullable Why why)
            throws InterruptedException {
        View view = views.get(name);
        segments.merge(view, segment, actor, Why.of(why));
        return progress.of(view);
    }
}
