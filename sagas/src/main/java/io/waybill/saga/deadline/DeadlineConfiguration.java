package io.waybill.saga.deadline;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.waybill.eventing.consumer.LogHead;
import io.waybill.eventing.consumer.SegmentTokens;
import io.waybill.saga.progress.SagaKind;
import io.waybill.saga.step.SettledSteps;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Deadlines in the sagas' own database. A deadline is set in the transaction that changes its saga, and met in one that
 * changes it again, so neither is there without the other. It may be met twice: when a node dies between the two
 * commits of having met it and of crossing it off.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineSettings.class)
class DeadlineConfiguration {
    /** A node is dead after so many heartbeats that were not heard. */
    private static final int MISSED_HEARTBEATS = 5;

    /** More due deadlines are fetched below this share of the threads, and at most so many at once. */
    private static final double FETCH_BELOW = 0.5;

    private static final double FETCH_UP_TO = 4.0;

    @Bean
    static Scheduler deadlineScheduler(
            DataSource database,
            DeadlineSettings settings,
            ObjectProvider<DbSchedulerDeadlineManager> manager,
            Serializer serializer,
            ObjectProvider<Unread> unread) {
        return Scheduler.create(
                        new TransactionAwareDataSourceProxy(database),
                        new Deadlines(
                                DbSchedulerDeadlineManager.binaryTask(manager::getObject),
                                settings.retryAfter(),
                                serializer,
                                unread::getObject))
                .pollingInterval(settings.pollingInterval())
                .threads(settings.threads())
                .heartbeatInterval(settings.heartbeatInterval())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .pollUsingLockAndFetch(FETCH_BELOW, FETCH_UP_TO)
                .build();
    }

    @Bean
    static Unread unread(LogHead head, SegmentTokens tokens, List<SagaKind> kinds, DeadlineSettings settings) {
        return new Unread(
                processor -> SegmentTokens.lowest(tokens.of(processor)),
                head::readUpTo,
                kinds,
                settings.unread(),
                InstantSource.system());
    }

    @Bean
    static DeadlineManager deadlineManager(
            Scheduler scheduler,
            org.axonframework.config.Configuration axon,
            Serializer serializer,
            TransactionManager transactions,
            SettledSteps settled) {
        DbSchedulerDeadlineManager manager = DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler)
                .scopeAwareProvider(new ConfigurationScopeAwareProvider(axon))
                .serializer(serializer)
                .transactionManager(transactions)
                .startScheduler(false)
                .stopScheduler(false)
                .build();
        manager.registerHandlerInterceptor(settled::settle);
        return manager;
    }

    @Bean
    static DeadlineRun deadlineRun(Scheduler scheduler) {
        return new DeadlineRun(scheduler);
    }
}
