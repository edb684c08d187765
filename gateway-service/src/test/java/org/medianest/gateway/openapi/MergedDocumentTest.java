package org.medianest.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {
    private static final String LIGHTS = """
            tags: [{name: lights}]
            paths:
              /lights: {get: {responses: {"200": {$ref: "#/components/schemas/State"}}}}
            components:
              schemas:
                State: {enum: ["ON", "OFF"]}
                Id: {type: string}
            """;
    private static final String DOORS = """
            tags: [{name: doors}]
            paths:
              /doors: {get: {responses: {"200": {$ref: "#/components/schemas/Door"}}}}
            components:
              schemas:
                Door: {properties: {state: {$ref: "#/components/schemas/State"}, id: {$ref: "#/components/schemas/Id"}}}
                State: {enum: [OPEN, SHUT]}
                Id: {type: string}
            """;

    @Test
    void whatEachServesIsServed() throws JsonProcessingException {
        JsonNode merged = merged();

        assertThat(merged.path("paths").fieldNames()).toIterable().containsExactly("/lights", "/doors");
        assertThat(merged.path("tags").findValuesAsText("name")).containsExactly("lights", "doors");
        assertThat(merged.at("/servers/0/url").asText()).isEqualTo("/");
    }

    @Test
    void oneNameForTwoThingsBecomesTwoNames() throws JsonProcessingException {
        JsonNode schemas = merged().at("/components/schemas");

        assertThat(schemas.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("State", "Id", "Door", "FrontDoorState");
        assertThat(schemas.at("/State/enum/0").asText()).isEqualTo("ON");
        assertThat(schemas.at("/FrontDoorState/enum/0").asText()).isEqualTo("OPEN");
        assertThat(schemas.at("/Door/properties/state/$ref").asText()).isEqualTo("#/components/schemas/FrontDoorState");
        assertThat(schemas.at("/Door/properties/id/$ref").asText()).isEqualTo("#/components/schemas/Id");
    }

    @Test
    void addressOfTwoServicesIsAMistake() throws JsonProcessingException {
        MergedDocument document = new MergedDocument().add("light-service", yaml(LIGHTS));

        assertThatThrownBy(() -> document.add("lamp-service", yaml(LIGHTS))).hasMessageContaining("/lights");
    }

    private static JsonNode merged() throws JsonProcessingException {
        return new MergedDocument()
                .add("light-service", yaml(LIGHTS))
                .add("front-door-service", yaml(DOORS))
                .root();
    }

    private static JsonNode yaml(String text) throws JsonProcessingException {
        return new YAMLMapper().readTree(text);
    }
}
