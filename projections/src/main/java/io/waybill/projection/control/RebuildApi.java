package io.waybill.projection.control;

import io.waybill.projection.operation.Actor;
import io.waybill.projection.operation.OperationLog;
import io.waybill.projection.operation.Why;
import io.waybill.projection.progress.ProgressReader;
import io.waybill.projection.rebuild.Rebuild;
import io.waybill.projection.rebuild.Rebuild.Mode;
import io.waybill.projection.rebuild.Rebuild.SwitchWhen;
import io.waybill.projection.rebuild.RebuildOrder;
import io.waybill.projection.rebuild.RebuildStatus;
import io.waybill.projection.rebuild.Rebuilds;
import io.waybill.projection.view.Views;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For operators: ask for a rebuild, watch it, and have a say in it. */
@RestController
@RequestMapping("/api/{version}/operations/projections/{name}/rebuilds")
final class RebuildApi {
    private static final String PATH = "/api/v1/operations/projections/{name}/rebuilds";

    /** Characters of an idempotency key. */
    private static final int MAX_KEY = 255;

    private final RebuildDesk desk;
    private final Rebuilds rebuilds;
    private final Views views;
    private final ProgressReader progress;
    private final int segments;

    RebuildApi(
            RebuildDesk desk,
            Rebuilds rebuilds,
            Views views,
            ProgressReader progress,
            @Value("${waybill.processors.segments:2}") int segments) {
        this.desk = desk;
        this.rebuilds = rebuilds;
        this.views = views;
        this.progress = progress;
        this.segments = segments;
    }

    /**
     * Begins a rebuild, or refuses because another is under way, whose it is. With an {@code Idempotency-Key}, it may be
     * repeated without harm: the same one is answered.
     */
    @PostMapping
    ResponseEntity<RebuildStatus> begin(
            @PathVariable String name,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable @Size(min = 1, max = MAX_KEY)
                    String key,
            @RequestBody(required = false) @Valid @Nullable RebuildRequest body) {
        RebuildRequest asked = Objects.requireNonNullElse(body, RebuildRequest.PLAIN);
        Rebuild begun = desk.begin(new RebuildOrder(
                views.get(name).name(),
                Objects.requireNonNullElse(asked.mode(), Mode.SIDE_BY_SIDE),
                Objects.requireNonNullElse(asked.switchWhen(), SwitchWhen.AUTO),
                Objects.requireNonNullElse(asked.segments(), segments),
                asked.eventsPerSecond(),
                actor,
                asked.reason(),
                key));
        URI location = URI.create(PATH.replace("{name}", begun.projection()) + "/" + begun.id());
        return ResponseEntity.accepted().location(location).body(progress.status(begun));
    }

    /** The newest first. */
    @GetMapping
    RebuildPage page(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable @Min(1) Long after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(RebuildPage.MAX_LIMIT) int limit) {
        long before = Objects.requireNonNullElse(after, Long.MAX_VALUE);
        List<Rebuild> page = rebuilds.page(views.get(name).name(), before, limit + 1);
        return new RebuildPage(
                page.stream().limit(limit).map(progress::status).toList(),
                page.size() > limit ? page.get(limit - 1).number() : null);
    }

    @GetMapping("/{id}")
    RebuildStatus one(@PathVariable String name, @PathVariable UUID id) {
        return progress.status(find(name, id));
    }

    @PostMapping("/{id}/pause")
    RebuildStatus pause(
            @PathVariable String name,
            @PathVariable UUID id,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @RequestBody(required = false) @Valid @Nullable Why why) {
        return progress.status(desk.pause(find(name, id), actor, Why.of(why)));
    }

    @PostMapping("/{id}/resume")
    RebuildStatus resume(
            @PathVariable String name,
            @PathVariable UUID id,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @RequestBody(required = false) @Valid @Nullable Why why) {
        return progress.status(desk.resume(find(name, id), actor, Why.of(why)));
    }

    /** Goes on from the event that it failed with. */
    @PostMapping("/{id}/retry")
    RebuildStatus retry(
            @PathVariable String name,
            @PathVariable UUID id,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @RequestBody(required = false) @Valid @Nullable Why why) {
        return progress.status(desk.retry(find(name, id), actor, Why.of(why)));
    }

    @PostMapping("/{id}/cancel")
    RebuildStatus cancel(
            @PathVariable String name,
            @PathVariable UUID id,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @RequestBody(required = false) @Valid @Nullable Why why) {
        return progress.status(desk.cancel(find(name, id), actor, Why.of(why)));
    }

    /** Lets readers see what is READY. */
    @PostMapping("/{id}/switch")
    RebuildStatus switchOver(
            @PathVariable String name,
            @PathVariable UUID id,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @RequestBody(required = false) @Valid @Nullable Why why) {
        return progress.status(desk.switchOver(find(name, id), actor, Why.of(why)));
    }

    /** Makes it slower, or, by null, as fast as it can be. */
    @PutMapping("/{id}/throttle")
    RebuildStatus throttle(
            @PathVariable String name,
            @PathVariable UUID id,
            @RequestHeader(name = Actor.HEADER, defaultValue = Actor.UNKNOWN) @Size(max = Actor.MAX_LENGTH)
                    String actor,
            @RequestBody @Valid ThrottleRequest throttle) {
        return progress.status(desk.throttle(find(name, id), throttle.eventsPerSecond(), actor, throttle.reason()));
    }

    private Rebuild find(String name, UUID id) {
        return desk.find(views.get(name).name(), id);
    }

    /** @param eventsPerSecond the most; null for no limit */
    record ThrottleRequest(
            @Nullable @Range(min = 1, max = 1_000_000) Integer eventsPerSecond,
            @Nullable @Size(max = OperationLog.MAX_REASON) String reason) {
        ThrottleRequest {
            reason = Why.storable(reason);
        }
    }
}
