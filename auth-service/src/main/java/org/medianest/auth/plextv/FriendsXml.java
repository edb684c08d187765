package org.medianest.auth.plextv;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads {@code /api/users}. No document type, no entity: the whole language that an attack needs is refused. */
final class FriendsXml {
    private static final XMLInputFactory FACTORY = factory();
    private static final int MOST = 10_000;

    private FriendsXml() {}

    /** Those with whom this server is shared, or will be once they accept. */
    static List<PlexFriend> read(byte[] xml, String machineIdentifier) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            try {
                return read(reader, machineIdentifier);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException notXml) {
            throw new PlexAway("answers something that is not XML");
        }
    }

    private static List<PlexFriend> read(XMLStreamReader reader, String machineIdentifier) throws XMLStreamException {
        List<PlexFriend> friends = new ArrayList<>();
        boolean began = false;
        @Nullable PlexPerson user = null;
        @Nullable String thumb = null;
        while (reader.hasNext() && friends.size() < MOST) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new PlexAway("answers XML with a document type");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!began && !"MediaContainer".equals(reader.getLocalName())) {
                        throw new PlexAway("answers other XML than a list of people");
                    }
                    began = true;
                    if ("User".equals(reader.getLocalName())) {
                        user = person(reader);
                        thumb = picture(reader);
                    } else if (user != null && isShare(reader, machineIdentifier)) {
                        friends.add(new PlexFriend(user, thumb, "1".equals(attribute(reader, "pending"))));
                        user = null;
                    }
                }
                default -> {}
            }
        }
        return friends;
    }

    private static boolean isShare(XMLStreamReader reader, String machineIdentifier) {
        return "Server".equals(reader.getLocalName())
                && machineIdentifier.equals(attribute(reader, "machineIdentifier"));
    }

    private static PlexPerson person(XMLStreamReader reader) {
        try {
            return new PlexPerson(
                    Long.parseLong(attribute(reader, "id")),
                    Fields.name(attribute(reader, "username")),
                    Fields.name(attribute(reader, "title")));
        } catch (NumberFormatException wrong) {
            throw new PlexAway("answers people without a usable id");
        }
    }

    private static @Nullable String picture(XMLStreamReader reader) {
        String address = attribute(reader, "thumb");
        try {
            return "https".equals(URI.create(address).getScheme()) ? address : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside is read");
        });
        return factory;
    }
}
