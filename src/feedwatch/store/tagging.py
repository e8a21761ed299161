"""Tags on articles, and the rule sets that gave them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from feedwatch.model import RuleSet, to_text
from feedwatch.store import rows
from feedwatch.store.schema import TABLES

_article, _tag, _article_tag = TABLES["article"], TABLES["tag"], TABLES["article_tag"]
_ruleset, _change = TABLES["ruleset"], TABLES["change"]

Earned = Mapping[tuple[int, str], Sequence[Mapping[str, Any]]]  # (article id, tag name) → its evidence


def tag_articles(connection: Connection, earned: Earned) -> None:
    """Gives articles tags with their evidence; a tag that is already there stays as it is."""
    if not earned:
        return
    names = {name for _, name in earned}
    connection.execute(upsert(_tag).on_conflict_do_nothing(), [{"name": name} for name in sorted(names)])
    found = connection.execute(select(_tag.c.name, _tag.c.id).where(_tag.c.name.in_(names)))
    tag_ids = {row.name: row.id for row in found}
    ids = {id for id, _ in earned}
    times = connection.execute(select(_article.c.id, _article.c.sort_at).where(_article.c.id.in_(ids)))
    sort_at = {row.id: row.sort_at for row in times}
    connection.execute(
        upsert(_article_tag).on_conflict_do_nothing(),
        [
            {
                "tag_id": tag_ids[name],
                "sort_at": sort_at[id],
                "article_id": id,
                "evidence": rows.as_json(evidence),
            }
            for (id, name), evidence in earned.items()
        ],
    )


def remember(connection: Connection, rules: RuleSet, now: datetime) -> None:
    """Notes the rule set in force, if it is another than the last."""
    last = connection.execute(select(_ruleset.c.hash).order_by(_ruleset.c.id.desc()).limit(1)).scalar()
    if last == rules.hash:
        return
    seq = connection.execute(select(func.max(_change.c.seq))).scalar()
    connection.execute(
        insert(_ruleset).values(
            hash=rules.hash, text=rows.as_json(rules.rules), since=to_text(now), applies_from=seq or 0
        )
    )
