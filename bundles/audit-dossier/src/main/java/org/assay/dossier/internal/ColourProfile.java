package org.assay.dossier.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the colours of a PDF mean: those of sRGB, as an ICC profile of version 2.1. It is made here of the numbers of IEC
 * 61966-2-1, so that it is nobody else's work and the same on every Java.
 */
final class ColourProfile {
    private static final int HEADER = 128;
    private static final int TAG = 12;
    private static final int STEPS = 1024;
    private static final int FULL = 65_535;
    private static final int MAC_NAME = 67;
    private static final double[] WHITE = {0.9642, 1.0, 0.8249};

    /** The primaries under the light that profiles are related to (D50). */
    private static final Map<String, double[]> PRIMARIES = Map.of(
            "rXYZ", new double[] {0.43607, 0.22249, 0.01392},
            "gXYZ", new double[] {0.38515, 0.71687, 0.09708},
            "bXYZ", new double[] {0.14307, 0.06061, 0.71410});

    private ColourProfile() {}

    static byte[] srgb() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description("sRGB IEC61966-2-1"));
        tags.put("cprt", text("No copyright, use freely"));
        tags.put("wtpt", colour(WHITE));
        for (String name : List.of("rXYZ", "gXYZ", "bXYZ")) {
            tags.put(name, colour(PRIMARIES.get(name)));
        }
        byte[] curve = curve();
        for (String name : List.of("rTRC", "gTRC", "bTRC")) {
            tags.put(name, curve);
        }
        return profile(tags);
    }

    private static byte[] profile(Map<String, byte[]> tags) {
        int table = HEADER + Integer.BYTES + TAG * tags.size();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteBuffer entries = ByteBuffer.allocate(table - HEADER);
        entries.putInt(tags.size());
        List<byte[]> written = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        tags.forEach((name, tag) -> {
            int known = written.indexOf(tag);
            int place = known < 0 ? table + data.size() : places.get(known);
            written.add(tag);
            places.add(place);
            entries.put(ascii(name)).putInt(place).putInt(tag.length);
            if (known < 0) {
                data.writeBytes(tag);
                data.writeBytes(new byte[-tag.length & 3]);
            }
        });
        int size = table + data.size();
        return ByteBuffer.allocate(size)
                .put(header(size))
                .put(entries.array())
                .put(data.toByteArray())
                .array();
    }

    private static byte[] header(int size) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.putInt(size).putInt(0).putInt(0x02100000);
        header.put(ascii("mntrRGB XYZ "));
        header.putShort((short) 2026).putShort((short) 1).putShort((short) 1);
        header.position(36).put(ascii("acsp"));
        header.position(68).put(numbers(WHITE));
        return header.array();
    }

    private static byte[] description(String name) {
        ByteBuffer tag = ByteBuffer.allocate(12 + name.length() + 1 + 8 + 3 + MAC_NAME);
        tag.put(ascii("desc")).putInt(0).putInt(name.length() + 1).put(ascii(name));
        return tag.array();
    }

    private static byte[] text(String text) {
        return ByteBuffer.allocate(8 + text.length() + 1)
                .put(ascii("text"))
                .putInt(0)
                .put(ascii(text))
                .array();
    }

    private static byte[] colour(double[] xyz) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .put(numbers(xyz))
                .array();
    }

    private static byte[] numbers(double[] values) {
        ByteBuffer numbers = ByteBuffer.allocate(Integer.BYTES * values.length);
        for (double value : values) {
            numbers.putInt((int) Math.round(value * 65_536));
        }
        return numbers.array();
    }

    private static byte[] curve() {
        ByteBuffer tag = ByteBuffer.allocate(12 + Short.BYTES * STEPS);
        tag.put(ascii("curv")).putInt(0).putInt(STEPS);
        for (int step = 0; step < STEPS; step++) {
            tag.putShort((short) Math.round(light((double) step / (STEPS - 1)) * FULL));
        }
        return tag.array();
    }

    /** How much light a value of sRGB stands for; the same number on every machine. */
    private static double light(double value) {
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
