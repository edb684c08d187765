package org.medianest.downloads.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.downloads.egress.LinkVerdict.Accepted;
import org.medianest.downloads.egress.LinkVerdict.Forbidden;
import org.medianest.downloads.egress.LinkVerdict.Malformed;
import org.medianest.downloads.egress.LinkVerdict.NotOneVideo;

class LinkRulesTest {
    private static final String VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";

    private final LinkRules rules = new LinkRules(new AddressRules(List.of("127.0.0.1:8099", "nas.lan:8080"), name -> {
        return switch (name) {
            case "example.org" -> List.of(InetAddress.ofLiteral("93.184.216.34"));
            case "two.example" -> List.of(InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral("10.0.0.1"));
            case "inner.example" -> List.of(InetAddress.ofLiteral("192.168.1.1"));
            default -> throw new UnknownHostException(name);
        };
    }));

    @ParameterizedTest
    @CsvSource({
        "https://example.org/v?x=1&y=%20#frag, https://example.org/v?x=1&y=%20",
        "HTTPS://EXAMPLE.ORG, https://example.org/",
        "http://example.org:80/v, http://example.org/v",
        "https://example.org./v, https://example.org/v",
        "https://example.org/vidéo, https://example.org/vid%C3%A9o",
        "http://93.184.216.34/v, http://93.184.216.34/v",
        "http://0x5d.184.0xd822/v, http://93.184.216.34/v",
        "http://127.0.0.1:8099/v, http://127.0.0.1:8099/v",
        "http://nas.lan:8080/v, http://nas.lan:8080/v",
    })
    void goodLinkGetsItsOneSpelling(String link, String canonical) {
        assertThat(rules.judge(link))
                .isInstanceOfSatisfying(
                        Accepted.class, accepted -> assertThat(accepted.link()).hasToString(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
                "http://youtube.com/watch?list=PLabc&v=dQw4w9WgXcQ&t=42",
                "https://m.youtube.com/watch?v=dQw4w9WgXcQ#__youtubedl_smuggle=%7B%7D",
                "https://music.youtube.com/watch?v=dQw4w9WgXcQ",
                "https://youtu.be/dQw4w9WgXcQ?si=abc",
                "https://www.youtube.com/shorts/dQw4w9WgXcQ",
                "https://www.youtube.com/live/dQw4w9WgXcQ?feature=share",
                "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
            })
    void youTubeLinkIsRebuilt(String link) {
        assertThat(rules.judge(link))
                .isInstanceOfSatisfying(
                        Accepted.class, accepted -> assertThat(accepted.link()).hasToString(VIDEO));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.youtube.com/playlist?list=PLabc",
                "https://www.youtube.com/@channel",
                "https://www.youtube.com/watch?v=short",
                "https://www.youtube.com/watch?v=dQw4w9WgXc;&x",
                "https://youtu.be/",
                "https://www.youtube.com/",
            })
    void youTubeLinkWithoutOneVideoIsSaidToBeSo(String link) {
        assertThat(rules.judge(link)).isInstanceOf(NotOneVideo.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-o",
                "--exec=id",
                "ytsearch:cats and dogs",
                "example.org/v",
                "//example.org/v",
                "https://example.org/a b",
                " https://example.org/",
                "https://example.org/\n--exec",
                "https://example.org/\u0000",
                "https://example.org/\u202Egpj.mp4",
                "https://example.org/\u200B",
                "https://example.org\\@127.0.0.1/",
                "https://",
                "https:///v",
                "https://[::1",
                "https://[fe80::1%25eth0]/",
                "https://example.org:0/",
                "https://example.org:99999/",
                "https://example.org:80a/",
                "https://exa\"mple.org/",
                "https://-example.org/",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://0x/",
                "https://example.org/%zz",
            })
    void whatIsNoLinkIsMalformed(String link) {
        assertThat(rules.judge(link)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.org/v",
                "gopher://example.org/",
                "data:text/html,x",
                "javascript:alert(1)",
                "concat:a",
                "rtmp://example.org/live",
                "ytsearch:cats",
                "https://user@example.org/",
                "https://user:pass@example.org/",
                "https://example.org:22/",
                "https://example.org:8080/",
                // every spelling of what is not public
                "http://127.0.0.1/",
                "http://127.0.0.1:8098/",
                "http://127.1/",
                "http://0/",
                "http://0x7f.1/",
                "http://0X7F000001/",
                "http://017700000001/",
                "http://2130706433/",
                "http://127.0.0.1./",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://[ff02::1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://192.168.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://localhost/",
                "http://localhost./",
                "http://LOCALHOST:80/",
                "http://a.localhost/",
                "http://①②⑦.0.0.1/",
                "http://127。0。0。1/",
                "http://redis/",
                "http://postgres:80/",
            })
    void whatLeadsAstrayIsForbidden(String link) {
        assertThat(rules.judge(link)).isInstanceOf(Forbidden.class);
    }

    @Test
    void lengthIsLimited() {
        assertThat(rules.judge("https://example.org/" + "a".repeat(2_028))).isInstanceOf(Accepted.class);
        assertThat(rules.judge("https://example.org/" + "a".repeat(2_029))).isInstanceOf(Malformed.class);
        assertThat(rules.judge("https://example.org/" + "a".repeat(20_000))).isInstanceOf(Malformed.class);
    }

    @Test
    void everyAddressOfANameIsJudged() {
        assertThat(judgedHost("https://example.org/")).isInstanceOf(Accepted.class);
        assertThat(judgedHost("https://inner.example/")).isInstanceOf(Forbidden.class);
        assertThat(judgedHost("https://two.example/")).isInstanceOf(Forbidden.class);
    }

    @Test
    void nameWithoutAddressIsRefused() {
        assertThat(judgedHost("https://nowhere.example/")).isInstanceOf(Malformed.class);
    }

    private LinkVerdict judgedHost(String link) {
        return rules.judgeHost(((Accepted) rules.judge(link)).link());
    }
}
