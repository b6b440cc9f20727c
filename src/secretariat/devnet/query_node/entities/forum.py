"""The forum: categories, threads and posts, and their events."""

ENTITIES = """
ForumCategory
  parent ForumCategory
  title String!
  description String!
  moderators [Worker!]! <> managedForumCategories
  status CategoryStatus!
ForumThread
  author Membership!
  category ForumCategory! < threads
  title String!
  initialPost ForumPost
  visiblePostsCount Int!
  isSticky Boolean!
  status ThreadStatus!
  isVisible Boolean!
  tags [ForumThreadTag!]! <> threads
ForumThreadTag
  visibleThreadsCount Int!
ForumPost
  author Membership!
  thread ForumThread! < posts
  text String!
  repliesTo ForumPost
  status PostStatus!
  isVisible Boolean!
  origin PostOrigin!
  deletedInEvent PostDeletedEvent < posts
CategoryCreatedEvent
  category ForumCategory! <1! createdInEvent
CategoryArchivalStatusUpdatedEvent
  category ForumCategory!
  newArchivalStatus Boolean!
  actor Worker!
CategoryDeletedEvent
  category ForumCategory!
  actor Worker!
CategoryStickyThreadUpdateEvent
  category ForumCategory!
  newStickyThreads [ForumThread!]! <> madeStickyInEvents
  actor Worker!
CategoryMembershipOfModeratorUpdatedEvent
  moderator Worker!
  category ForumCategory!
  newCanModerateValue Boolean!
ThreadCreatedEvent
  thread ForumThread! <1! createdInEvent
  title String!
  text String!
ThreadModeratedEvent
  thread ForumThread!
  rationale String!
  actor Worker!
ThreadMetadataUpdatedEvent
  thread ForumThread! < metadataUpdates
  newTitle String
ThreadDeletedEvent
  thread ForumThread!
ThreadMovedEvent
  thread ForumThread! < movedInEvents
  oldCategory ForumCategory!
  newCategory ForumCategory!
  actor Worker!
PostAddedEvent
  post ForumPost!
  isEditable Boolean
  text String!
PostModeratedEvent
  post ForumPost!
  rationale String!
  actor Worker!
PostTextUpdatedEvent
  post ForumPost! < edits
  newText String!
PostDeletedEvent
  actor Membership!
  rationale String!
"""

ENUMS: dict[str, str] = {}

UNIONS = {
    "CategoryStatus": "CategoryStatusActive CategoryStatusArchived CategoryStatusRemoved",
    "ThreadStatus": "ThreadStatusActive ThreadStatusLocked ThreadStatusModerated ThreadStatusRemoved",
    "PostStatus": "PostStatusActive PostStatusLocked PostStatusModerated PostStatusRemoved",
    "PostOrigin": "PostOriginThreadInitial PostOriginThreadReply",
}

MEMBERS = """
CategoryStatusActive
CategoryStatusArchived
  categoryArchivalStatusUpdatedEvent CategoryArchivalStatusUpdatedEvent
CategoryStatusRemoved
  categoryDeletedEvent CategoryDeletedEvent
ThreadStatusActive
ThreadStatusLocked
  threadDeletedEvent ThreadDeletedEvent
ThreadStatusModerated
  threadModeratedEvent ThreadModeratedEvent
ThreadStatusRemoved
  threadDeletedEvent ThreadDeletedEvent
PostStatusActive
PostStatusLocked
  postDeletedEvent PostDeletedEvent
PostStatusModerated
  postModeratedEvent PostModeratedEvent
PostStatusRemoved
  postDeletedEvent PostDeletedEvent
PostOriginThreadInitial
  threadCreatedEvent ThreadCreatedEvent
PostOriginThreadReply
  postAddedEvent PostAddedEvent
"""
