package org.assay.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Facts never become more than text. */
class PrinterSafetyTest {
    private final Pages pages = new Pages();

    @Test
    void factsAreTextAndNeverMarkup() {
        String hostile = "<script>alert(1)</script><img src=x onerror=y>&lt;b&gt;\" onclick=\"z' </td></table><!--";
        Document page = pages.page(Pages.fact(hostile));
        assertThat(page.select("script, img, iframe, object, [onclick], [onerror]"))
                .isEmpty();
        assertThat(page.select("td").eachText()).contains(hostile);
        assertThat(page.title()).isEqualTo("Dossier – " + hostile);
        assertThat(pages.text(Pages.fact("<b>&amp;</b>"))).contains("<b>&amp;</b>");
    }

    @Test
    void attributesAreOurOwn() {
        Document page = pages.page(Pages.fact("javascript:alert(1)"));
        for (Element element : page.getAllElements()) {
            assertThat(element.attr("href")).as(element.tagName()).matches("|#chapter-[0-9]+(-item-[0-9]+)?");
            assertThat(element.attr("style")).as(element.tagName()).matches("|width:[0-9.]+%");
            assertThat(element.attr("src")).isEmpty();
        }
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
    }

    @Test
    void nothingIsLoadedFromAnywhere() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String to = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            for (String hostile : List.of(
                    "<img src='" + to + "i.png'/>",
                    "<link rel='stylesheet' href='" + to + "s.css'/>",
                    "</style><style>@import url('" + to + "a.css'); body { background: url(" + to + "b.png) }</style>",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM '" + to + "e'>]>&e;",
                    "<object data='" + to + "o'></object><a href='" + to + "'>a</a>",
                    "url(" + to + "u.png)",
                    "<img src='file:///etc/hostname'/>")) {
                assertThat(pages.printer.pdf(Pages.fact(hostile))).isNotEmpty();
                assertThat(pages.text(Pages.fact(hostile))).contains(hostile.substring(0, 8));
            }
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatTurnsTextOrSteersATerminalIsLeftOut() {
        String turned = "Alpha\u202Egnp.exe\u2066\u200F\u0007\u001B[31m\uFEFF\uD800 ok";
        assertThat(pages.page(Pages.fact(turned)).select("td").eachText()).contains("Alphagnp.exe[31m ok");
        assertThat(pages.page(Pages.fact("שלום עולם")).select("td[dir=auto]").eachText())
                .contains("שלום עולם");
    }
}
