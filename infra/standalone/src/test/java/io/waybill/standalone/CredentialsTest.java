package io.waybill.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CredentialsTest {
    @TempDir
    private Path folder;

    @Test
    void each_role_has_a_password_of_its_own_that_stays() {
        Home home = new Home(folder);
        String password = Credentials.in(home).of("waybill_events");
        assertThat(password)
                .hasSizeGreaterThanOrEqualTo(32)
                .isNotEqualTo(Credentials.in(home).of("waybill_sagas"));
        assertThat(Credentials.in(home).of("waybill_events")).isEqualTo(password);
    }

    @Test
    void only_their_owner_can_read_them() throws Exception {
        Home home = new Home(folder);
        Credentials.in(home).of("waybill_events");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.credentials())))
                .isEqualTo("rw-------");
    }
}
