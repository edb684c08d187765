package org.medianest.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medianest.local.place.Refusal;

class ArgumentsTest {
    private static final Path CURRENT = Path.of("/home/sam");

    @Test
    void dataLiesInTheRootUnlessSaidOtherwise() {
        Arguments arguments = parse("up --root /opt/medianest");

        assertThat(arguments.layout().data()).isEqualTo(Path.of("/opt/medianest/.medianest"));
        assertThat(arguments.ports().base()).isEqualTo(8080);
        assertThat(arguments.bind()).isEqualTo("127.0.0.1");
    }

    @Test
    void dataIsRelativeToWhereThePersonStands() {
        Arguments arguments = parse("up --root /opt/medianest --data nest --port 9000 --bind 0.0.0.0");

        assertThat(arguments.layout().data()).isEqualTo(Path.of("/home/sam/nest"));
        assertThat(arguments.ports().base()).isEqualTo(9000);
        assertThat(arguments.bind()).isEqualTo("0.0.0.0");
    }

    @Test
    void benchmarkOfEventsIsACommandOfTwoWords() {
        Arguments arguments = parse("bench --root /opt/medianest events --rounds 2 --minutes 10 --out figures.json");

        assertThat(arguments.command()).isEqualTo("bench events");
        assertThat(arguments.rounds()).isEqualTo(2);
        assertThat(arguments.minutes()).isEqualTo(10);
        assertThat(arguments.out()).contains(Path.of("/home/sam/figures.json"));
    }

    @Test
    void benchmarkWithoutAWordIsTheOneOfEverythingElse() {
        Arguments arguments = parse("bench");

        assertThat(arguments.command()).isEqualTo("bench");
        assertThat(arguments.minutes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "up --port, --port needs a value",
        "up --port eighty, --port needs a number",
        "up --port 99999999999, --port needs a number",
        "up --port 65535, between 1 and",
        "up --prot 1, Unknown option --prot",
        "up now, Unknown option now",
        "up events, Unknown option events",
        "bench events events, Unknown option events",
        "bench events --minutes few, --minutes needs a number"
    })
    void whatIsNotUnderstoodIsRefusedInASentence(String line, String sentence) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
    }

    private static Arguments parse(String line) {
        return Arguments.parse(List.of(line.split(" ")), CURRENT);
    }
}
