package org.medianest.gateway.uptimekuma;

/** Something that must not get into a log. */
record Secret(String value) {
    @Override
    public String toString() {
        return "Secret";
    }
}
