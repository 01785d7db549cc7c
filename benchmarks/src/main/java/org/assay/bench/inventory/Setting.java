package org.assay.bench.inventory;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The network and its operator: what the shipped packs ask about them is answered, so that their rules go deep. */
final class Setting {
    private static final String NETWORK =
            """
            {"network":{"id":"%s","name":"Generated network","country":"DE","timeZone":"Europe/Berlin",\
            "generations":["2G","4G","5G"],"subscribers":4200000,"premisesPassed":1000000,\
            "operationCentres":[{"country":"DE"}]}}
            """;
    private static final String OPERATOR =
            """
            {"operator":{"id":"op","name":"Generated operator","country":"DE","publicProvider":true,"facts":{\
            "de-bsi":{"kritis":true,"kritis2021to2025":true,"contract2024":true,"supplyChainPolicy":true,\
            "securityOfficer":true,"contactInEu":true,"securityConcept":true,"conceptFiled":"2021-12-13"},\
            "fr-anssi":{"oivTelecom":true,"controlledFromOutside":false},\
            "uk-ncsc":{"dvdRecipient":true,"compliancePlanDemanded":true,"tier":"tier1"}}}}
            """;

    private Setting() {}

    static void write(JsonGenerator to, String network) throws IOException {
        to.writeRaw(NETWORK.formatted(network));
        to.writeRaw(OPERATOR);
    }
}
