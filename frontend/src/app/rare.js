/** Words of rooms that few enter, and of steps: they come with the room, in one file. */
export default import.meta.glob(
  '/src/{appeals,applications,audit,calendar,calls,capabilities,categories,claims,delivery,form,imports,inbox,matching,meetings,moderation,needs,people,reasons,steps,thread}/zh-CN.json',
  {
    eager: true,
    import: 'default',
  },
)
