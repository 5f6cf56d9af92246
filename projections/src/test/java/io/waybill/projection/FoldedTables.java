package io.waybill.projection;

import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** What the tests of views in PostgreSQL share: a fresh database with the view's writer on it. */
@RealServers(Server.POSTGRES)
public abstract class FoldedTables {
    protected final Story story = new Story();
    protected final Fold fold;

    protected FoldedTables(String view) {
        fold = new Fold(TestServers.postgres().newDatabase(), Map.of(), Set.of(view));
    }

    @AfterEach
    void close() {
        fold.close();
    }
}
