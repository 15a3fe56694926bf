// Markdown of documents as prose. Built element by element from the syntax tree: markup in it stays text, and only web and mail addresses become links.
import type { Nodes, Parents } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { Fragment, type ReactNode, useMemo } from "react";

export function Prose({ markdown }: { readonly markdown: string }) {
  const tree = useMemo(() => fromMarkdown(markdown), [markdown]);
  return <div className="prose">{childrenOf(tree)}</div>;
}

function childrenOf(parent: Parents): ReactNode {
  return parent.children.map((node, index) => <Fragment key={index}>{element(node)}</Fragment>);
}

function element(node: Nodes): ReactNode {
  switch (node.type) {
    case "text":
      return node.value;
    case "paragraph":
      return <p>{childrenOf(node)}</p>;
    case "heading":
      return heading(node.depth, childrenOf(node));
    case "emphasis":
      return <em>{childrenOf(node)}</em>;
    case "strong":
      return <strong>{childrenOf(node)}</strong>;
    case "inlineCode":
      return <code>{node.value}</code>;
    case "code":
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case "list":
      return node.ordered ? <ol start={node.start ?? 1}>{childrenOf(node)}</ol> : <ul>{childrenOf(node)}</ul>;
    case "listItem":
      return <li>{childrenOf(node)}</li>;
    case "blockquote":
      return <blockquote>{childrenOf(node)}</blockquote>;
    case "thematicBreak":
      return <hr />;
    case "break":
      return <br />;
    case "link":
      return isSafe(node.url) ? (
        <a href={node.url} rel="noreferrer noopener">
          {childrenOf(node)}
        </a>
      ) : (
        childrenOf(node)
      );
    case "html":
      return node.value;
    case "image":
      return node.alt;
    default:
      return "children" in node ? childrenOf(node) : null;
  }
}

/** A page has one heading of the first rank, and that is its answer. */
function heading(depth: number, content: ReactNode): ReactNode {
  if (depth <= 2) return <h2>{content}</h2>;
  return <h3>{content}</h3>;
}

function isSafe(url: string): boolean {
  return /^(?:https?:|mailto:)/i.test(url);
}
