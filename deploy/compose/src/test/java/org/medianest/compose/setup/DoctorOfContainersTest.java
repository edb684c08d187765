package org.medianest.compose.setup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs: containers, Redis, Postgres, the certificate, the backups. */
class DoctorOfContainersTest extends WithDoctor {
    @Test
    void whatRunsIsLookedAt() throws Exception {
        assumeRoot();
        installation.program("docker", docker("""
                redis-cli*maxmemory-policy) printf 'maxmemory-policy\\nvolatile-lru\\n' ;;
                redis-cli*appendonly) printf 'appendonly\\nyes\\n' ;;
                psql*) printf 'data_checksums on\\narchive_mode on\\nfsync on\\n' ;;
                *-enddate*) echo 'notAfter=Jan  1 00:00:00 2030 GMT' ;;
                *done/backup) date +%s ;;
                """));

        Installation.Answer answer = installation.run("doctor");

        assertThat(answer.text())
                .contains("ok       ports        are ours", "ok       containers   4 run, and all are well")
                .contains(
                        "maxmemory-policy is volatile-lru",
                        "data_checksums is on",
                        "is good until Jan  1",
                        "the last one is 0 hours old")
                .doesNotContain("error ");
    }

    @Test
    void whatRunsBadlyIsNamed() throws Exception {
        installation.program("docker", docker("""
                redis-cli*maxmemory-policy) printf 'maxmemory-policy\\nallkeys-lru\\n' ;;
                redis-cli*appendonly) printf 'appendonly\\nno\\n' ;;
                psql*) printf 'data_checksums off\\narchive_mode off\\nfsync on\\n' ;;
                *-checkend*1209600*) exit 1 ;;
                *done/backup) echo $(($(date +%s) - 180000)) ;;
                """).replace("running healthy 0", "running unhealthy 0"));

        Installation.Answer answer = installation.run("doctor");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text())
                .contains("redis is not well: docker compose logs --tail 50 redis")
                .contains(
                        "error    redis        maxmemory-policy is allkeys-lru",
                        "error    redis        appendonly is no")
                .contains("error    postgres     data_checksums is off")
                .contains("warning  certificate  ends within 14 days")
                .contains("error    backup       the last one is 50 hours old");
    }

    @ParameterizedTest
    @CsvSource({
        "test*-s*, exit 1, warning  certificate  is signed by ourselves",
        "*-checkend*0*, exit 1, error    certificate  has expired",
        "done/backup, :, warning  backup       there is none yet: docker compose logs backup",
        "redis-cli*, :, error    redis        does not tell maxmemory-policy: docker compose logs --tail 50 redis",
        "psql*, exit 2, error    postgres     does not tell fsync: docker compose logs --tail 50 postgres",
    })
    void whatIsMissingInWhatRunsIsNamed(String command, String answer, String verdict) throws Exception {
        installation.program("docker", docker(command + ") " + answer + " ;;\n*) ;;\n"));

        assertThat(installation.run("doctor").text()).contains(verdict);
    }
}
