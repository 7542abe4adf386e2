package org.hehuo.topics;

import java.io.StringWriter;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A feed as RSS 2.0 (rssboard.org/rss-specification). */
final class FeedText {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private FeedText() {}

    /** @param self where the feed is read; links lead to pages beside it */
    static String rss(TopicFeed.Feed feed, URI self) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("atom", ATOM);
            xml.writeStartElement("channel");
            element(xml, "title", feed.title());
            element(xml, "link", self.resolve("/topics").toString());
            element(xml, "description", feed.title());
            element(xml, "language", feed.language().tag());
            xml.writeEmptyElement("atom", "link", ATOM);
            xml.writeAttribute("rel", "self");
            xml.writeAttribute("type", "application/rss+xml");
            xml.writeAttribute("href", self.toString());
            for (var item : feed.items()) item(xml, item, self);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void item(XMLStreamWriter xml, TopicFeed.Item item, URI self) throws XMLStreamException {
        String page = self.resolve("/topics/" + item.id()).toString();
        xml.writeStartElement("item");
        element(xml, "title", item.title());
        element(xml, "link", page);
        element(xml, "guid", page);
        element(xml, "pubDate", RFC_822.format(item.at()));
        for (String tag : item.tags()) element(xml, "category", tag);
        element(xml, "description", item.text());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    /** XML 1.0 knows no way to write some characters. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\n' || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
